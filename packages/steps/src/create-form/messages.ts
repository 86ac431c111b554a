export const messages = {
  form: 'Form that is made',
  chooseForm: 'Choose a receipt or bill',
  noForm:
    'There is no published form that can be made from this one: make a receipt or bill under Forms first.',
  lines: 'Take over the lines that remain',
  linesHint:
    'With what was not received or not billed yet. Vendor, project and customer are always taken over.',
  as: 'What is made',
  draft: 'A draft that somebody completes and submits',
  submitted: 'A form that is submitted at once',
  who: 'Who completes it',
  fields: 'Further fields',
  fieldsHint: 'What else is filled in.',
  used: { form: 'Form', lines: 'Lines taken over' },
  field: 'Field of the new form',
  chooseField: 'Choose the field',
  add: 'Fill in a field',
  remove: (label: string) => `Leave out ${label}`,
  aField: 'this field',
}
