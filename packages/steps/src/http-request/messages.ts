export const messages = {
  method: 'Method',
  url: 'Address',
  urlHint: 'https only. Values of the form may stand in the path and after "?".',
  headers: 'Headers',
  headerName: (position: number) => `Header ${position}: name`,
  headerValue: (position: number) => `Header ${position}: value`,
  addHeader: 'Add a header',
  removeHeader: (position: number) => `Remove header ${position}`,
  format: 'Body',
  json: 'JSON',
  text: 'Text',
  body: 'What is sent',
  hidden: '(hidden)',
  jsonHint:
    'A value that stands alone in its quotes keeps its type: numbers, yes/no, and the lines of a table as a list.',
  textHint: 'It is sent as it stands, with the values filled in.',
  insert: (label: string) => `Insert a value into ${label}`,
  values: 'From the form',
  secrets: 'Secrets',
  noSecrets: 'Secrets are added under Company.',
  repeat:
    'After a crash the same call may be repeated: it carries the same Idempotency-Key then, by which the other side can tell.',
}
