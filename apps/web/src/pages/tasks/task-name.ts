import type { TaskView } from '@fieldledger/contract'

/** What a task asks for and of which document, the number said once; a draft has none yet. */
export function taskName({ title, submission }: Pick<TaskView, 'title' | 'submission'>): string {
  const { number } = submission
  return number === null || title.includes(number) ? title : `${number} · ${title}`
}
