export const messages = {
  subject: 'Look at',
  chooseSubject: 'Choose a field or the total',
  comparison: 'It',
  value: 'Value',
  valueHints: {
    number: 'A number, such as 1000 or 12.50',
    date: 'A date, such as 2026-03-31',
    text: '',
    choice: '',
    'yes-no': '',
    message: 'Text as the message says it; numbers and dates are compared as such',
  },
  used: { compared: 'Looked at', nothing: '(nothing)' },
  outcome: 'The form leaves by "Yes" when this holds, else by "No".',
}
