import { Tooltip } from '@mantine/core'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useEditor } from '../draft/editor-context.ts'
import { messages } from '../messages.ts'
import styles from './problem-badge.module.css'

/** How many things are wrong with a step; a click opens the slider where the first one is cured. */
export function ProblemBadge({ stepId }: { stepId: string }) {
  const problems = useEditor((state) => state.problems)
  const configure = useEditor((state) => state.configure)
  const own = problems.filter((problem) => problem.stepId === stepId)
  const [first] = own.toSorted((left, right) => rank(left.severity) - rank(right.severity))
  if (first === undefined) return null
  return (
    <Tooltip multiline maw={320} label={own.map(({ message }) => <div key={message}>{message}</div>)}>
      <button
        type="button"
        className={`nodrag nopan ${styles.badge}`}
        data-severity={first.severity}
        aria-label={messages.problems.badge(own.length, first.message)}
        onClick={() => configure(stepId, first.place)}
      >
        <IconAlertTriangleFilled size={13} />
        {own.length}
      </button>
    </Tooltip>
  )
}

function rank(severity: 'error' | 'warning'): number {
  return severity === 'error' ? 0 : 1
}
