export const messages = {
  about: 'Whoever may send documents chooses forms under Submissions, or opens one, and runs this workflow.',
  which: 'Which forms it may start',
  tell: 'Tell the summary also to',
}
