import { IconCopy, IconSettings, IconTrash } from '@tabler/icons-react'
import { deleteSelected, duplicateSelected } from '../draft/edit-selection.ts'
import { useEditorStore } from '../draft/editor-context.ts'
import { messages } from '../messages.ts'
import styles from './card-tools.module.css'

/** Configure, Duplicate, Delete: above a hovered or selected card. */
export function CardTools(props: { stepId: string; name: string; editable: boolean; removable: boolean }) {
  const store = useEditorStore()
  const { stepId, name } = props
  return (
    <div className={`nodrag nopan ${styles.tools}`} data-tools>
      <button
        type="button"
        className={styles.configure}
        aria-label={messages.tools.configureStep(name)}
        onClick={() => store.getState().configure(stepId)}
      >
        <IconSettings size={15} />
        {props.editable ? messages.tools.configure : messages.tools.view}
      </button>
      {props.editable && props.removable && (
        <>
          <button
            type="button"
            title={messages.tools.duplicate}
            aria-label={messages.tools.duplicateStep(name)}
            onClick={() => duplicateSelected(store, [stepId])}
          >
            <IconCopy size={15} />
          </button>
          <button
            type="button"
            title={messages.tools.delete}
            aria-label={messages.tools.deleteStep(name)}
            onClick={() => deleteSelected(store, { steps: [stepId], edges: [] })}
          >
            <IconTrash size={15} />
          </button>
        </>
      )}
    </div>
  )
}
