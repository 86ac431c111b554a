export const messages = {
  about:
    'The form goes on from here when every branch has arrived. A branch that ended before is not waited for; one that needs attention is.',
}
