export const messages = {
  title: 'Company',
  hint: 'Name, currency and time zone.',
  name: 'Name',
  currency: 'Currency',
  currencyHint: 'It cannot change once forms were submitted.',
  timeZone: 'Time zone',
  timeZoneHint: 'Dates and deadlines are shown in it.',
  practice: 'This is a practice company: its ledgers are simulated.',
  save: 'Save',
  saved: 'Saved.',
}
