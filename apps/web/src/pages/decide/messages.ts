export const messages = {
  total: 'Total',
  by: (name: string) => `Submitted by ${name}`,
  asked: (person: string, company: string) => `${person}, ${company} asks you to decide.`,
  decided: (by: string, choice: string) => `${by} ${choice === 'approve' ? 'approved' : 'rejected'} this.`,
  waits: (approved: number, wanted: number) =>
    `${approved} of ${wanted} have approved; it waits for the others.`,
  takenBack: 'This was taken back; nothing is left to decide.',
  form: 'The form',
  noDecision: 'Nothing to decide here',
  toTasks: 'To my tasks',
  retry: 'Try again',
}
