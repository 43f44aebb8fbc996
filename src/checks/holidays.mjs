import Holidays from 'date-holidays';

// prints the public holidays of Norway, one day a line, for the years from the first to the last argument
const [first, last] = process.argv.slice(2).map(Number);
const norway = new Holidays('NO');

for (let year = first; year <= last; year++) {
  const days = norway.getHolidays(year).filter((holiday) => holiday.type === 'public');
  for (const day of new Set(days.map((holiday) => holiday.date.slice(0, 10)))) {
    console.log(day);
  }
}
