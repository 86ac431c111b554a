export const messages = {
  from: 'Its new value',
  sources: {
    constant: 'A fixed value',
    field: 'The value of another field',
    given: 'A value of the message that started the workflow',
    today: 'Today, in the company’s time zone',
    submitter: 'Whoever submitted the form',
  },
  value: 'Value',
  sourceField: 'From the field',
  chooseSource: 'Choose a field that fits',
  givenValue: 'Value of the message',
  chooseGiven: 'Choose a value that the start gives',
  yesNo: { yes: 'Yes', no: 'No' },
}
