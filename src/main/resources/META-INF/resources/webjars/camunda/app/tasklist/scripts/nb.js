// The page says that it is English, which a screen reader would believe.
document.documentElement.lang = 'nb';

// The calendar of the forms has its own languages, and none of them is chosen by the forms.
const calendar = {
  firstDayOfWeek: 1,
  weekAbbreviation: 'Uke',
  rangeSeparator: ' til ',
  scrollTitle: 'Rull for å endre',
  toggleTitle: 'Klikk for å bytte',
  time_24hr: true,
  yearAriaLabel: 'År',
  monthAriaLabel: 'Måned',
  hourAriaLabel: 'Time',
  minuteAriaLabel: 'Minutt',
  ordinal: () => '.',
  weekdays: {
    shorthand: ['sø.', 'ma.', 'ti.', 'on.', 'to.', 'fr.', 'lø.'],
    longhand: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag']
  },
  months: {
    shorthand: ['jan.', 'feb.', 'mars', 'apr.', 'mai', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'des.'],
    longhand: [
      'januar', 'februar', 'mars', 'april', 'mai', 'juni',
      'juli', 'august', 'september', 'oktober', 'november', 'desember'
    ]
  }
};

const translateCalendar = () => {
  if (window.flatpickr) {
    window.flatpickr.localize(calendar);
  } else {
    window.setTimeout(translateCalendar, 200);
  }
};
translateCalendar();

export default [];
