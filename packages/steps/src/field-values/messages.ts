export const messages = {
  from: 'Its new value',
  sources: {
    constant: 'A fixed value',
    field: 'The value of another field',
    today: 'Today, in the company’s time zone',
    submitter: 'Whoever submitted the form',
  },
  value: 'Value',
  sourceField: 'From the field',
  chooseSource: 'Choose a field that fits',
  yesNo: { yes: 'Yes', no: 'No' },
}
