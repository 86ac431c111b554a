import type { TaskView } from '@fieldledger/contract'
import { messages } from './messages.ts'

/** What a task asks for and of which document, the number said once. */
export function taskName({ title, submission }: Pick<TaskView, 'title' | 'submission'>): string {
  const number = submission.number ?? messages.numberFollows
  return title.includes(number) ? title : `${number} · ${title}`
}
