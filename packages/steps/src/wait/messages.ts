export const messages = {
  until: 'Wait',
  choices: { duration: 'For some time', date: 'Until a date', field: 'Until a date of the form' },
  amount: 'How long',
  unit: 'Unit',
  units: { minutes: 'minutes', hours: 'hours', days: 'days', weeks: 'weeks' },
  date: 'Date',
  field: 'Date field',
  chooseField: 'Choose a date field',
  noDateField: 'The form has no date field: add one under Fields.',
  time: 'At this time of day',
  usedUntil: 'Waited until',
  zone: "Dates and days are counted by the company's clock. A date that is over, or a field left empty, is not waited for.",
}
