export const messages = {
  clear: (label: string) => `Clear “${label}”`,
  run: 'Run a workflow…',
  title: (count: number) => `Run a workflow for ${count === 1 ? '1 form' : `${count} forms`}`,
  close: 'Close',
  which: 'Which workflow',
  none: 'This form has no workflow that starts by hand',
  noneHint: 'An admin adds one in the form under Workflow, Another workflow, By hand.',
  severalForms: 'The chosen submissions belong to different forms: choose those of one form.',
  toForm: 'Open the form’s workflows',
  counting: 'Counting',
  starts: (count: number) =>
    count === 0 ? 'No form starts.' : count === 1 ? '1 form starts.' : `${count} forms start.`,
  skipped: (count: number) =>
    count === 1
      ? '1 is left out: it ran already, or does not fit.'
      : `${count} are left out: they ran already, or do not fit.`,
  start: (count: number) => (count > 1 ? `Start all ${count}` : 'Start it'),
  now: {
    open: 'Run now…',
    title: 'Run the schedule now',
    hint: 'Starts at once for every form that the schedule would take at this moment. Its next time stays as it is.',
  },
  range: {
    open: 'Run for earlier forms…',
    title: 'Run for earlier forms',
    hint: 'Each form that was submitted on these days starts once; those with which this workflow ran already are left out.',
    from: 'From',
    to: 'To',
    statuses: 'Document status',
    notYetIn: 'Not yet in',
    anywhere: 'In a ledger or not',
    incomplete: 'Choose both dates and at least one status: then the forms are counted.',
  },
}
