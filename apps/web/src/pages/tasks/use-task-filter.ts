import type { TaskView } from '@fieldledger/contract'
import { useSearchFilter } from '../../data/use-search-filter.ts'
import { taskName } from './task-name.ts'

/** What is searched and which kind of task is looked at; both stand in the URL. */
export function useTaskFilter(): { active: boolean; fits: (task: TaskView) => boolean } {
  const [query] = useSearchFilter('q')
  const [kind] = useSearchFilter('kind')
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (task: TaskView) => {
    const { formName, vendorName, submittedBy } = task.submission
    const text = [
      taskName(task),
      ...task.problems.map(({ message }) => message),
      formName,
      vendorName,
      submittedBy,
    ]
      .join(' ')
      .toLowerCase()
    return (kind === '' || task.kind === kind) && words.every((word) => text.includes(word))
  }
  return { active: words.length > 0 || kind !== '', fits }
}
