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

// What the server says about a form is a Norwegian sentence; the engine puts its own words and a task id in front of it.
const engineWords = /Cannot (?:submit task form|instantiate process definition) \S+: /;
const onlyTheSentence = changes => {
  for (const change of changes) {
    for (const added of change.addedNodes) {
      const walker = document.createTreeWalker(added, NodeFilter.SHOW_TEXT);
      for (let text = added.nodeType === Node.TEXT_NODE ? added : walker.nextNode(); text; text = walker.nextNode()) {
        if (engineWords.test(text.data)) {
          text.data = text.data.replace(engineWords, '');
        }
      }
    }
    if (change.type === 'characterData' && engineWords.test(change.target.data)) {
      change.target.data = change.target.data.replace(engineWords, '');
    }
  }
};
new MutationObserver(onlyTheSentence)
  .observe(document.body, { childList: true, subtree: true, characterData: true });

export default [];
