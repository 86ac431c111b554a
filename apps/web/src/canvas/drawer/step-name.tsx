import { useState } from 'react'
import { renameStep } from '../commands/rename-step.ts'
import { useEditorStore } from '../draft/editor-context.ts'
import { messages } from '../messages.ts'
import styles from './step-drawer.module.css'

/** The step's name, edited in place. While it is empty the last one stays in the draft. */
export function StepName(props: { stepId: string; name: string; kind: string; editable: boolean }) {
  const store = useEditorStore()
  const [emptied, setEmptied] = useState(false)
  return (
    <div className={styles.names}>
      <input
        className={styles.name}
        aria-label={messages.drawer.name}
        value={emptied ? '' : props.name}
        maxLength={120}
        disabled={!props.editable}
        onBlur={() => setEmptied(false)}
        onChange={(event) => {
          const name = event.currentTarget.value
          setEmptied(name.trim() === '')
          const { history, run } = store.getState()
          if (name.trim() !== '') run(renameStep(history.graph, { stepId: props.stepId, name }))
        }}
      />
      {props.kind !== props.name && <div className={styles.kind}>{props.kind}</div>}
    </div>
  )
}
