export const messages = {
  about: (form: string) =>
    `The workflow starts each time somebody submits "${form}", and again when a form is revised.`,
  hint: 'Forms under way keep the version of the workflow with which they started.',
}
