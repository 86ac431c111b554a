export const messages = {
  about: 'The workflow is finished when a form arrives here. Steps without a way on finish it as well.',
}
