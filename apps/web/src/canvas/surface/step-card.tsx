import { stepDefinition } from '@fieldledger/steps'
import { stepView } from '@fieldledger/steps/views'
import type { Step } from '@fieldledger/workflow'
import { Handle, type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'
import { useEditor, useSurroundings } from '../draft/editor-context.ts'
import { messages } from '../messages.ts'
import { hasEntrance, outletsOf } from './card-geometry.ts'
import { CardTools } from './card-tools.tsx'
import type { StepNode } from './graph-to-flow.ts'
import { OutletExit } from './outlet-exit.tsx'
import { ProblemBadge } from './problem-badge.tsx'
import styles from './step-card.module.css'
import { useStepWalk } from './step-walks.ts'
import { WalkBadge } from './walk-badge.tsx'

/** A step on the canvas: its own card, entrance above, labelled outlets below, badge and tools. */
export const StepCard = memo(function StepCard({ id, selected }: NodeProps<StepNode>) {
  const step = useEditor(({ history }) => history.graph.steps[id])
  const open = useEditor(({ configuring }) => configuring?.stepId === id)
  const editable = useEditor((state) => state.editable)
  const configure = useEditor((state) => state.configure)
  const walk = useStepWalk(id)
  if (step === undefined) return null
  const outlets = outletsOf(step)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard's way is Enter on the focused step, and the Configure button
    <div
      className={styles.card}
      data-step={id}
      data-selected={selected}
      data-open={open}
      data-walk={walk?.tone}
      onDoubleClick={() => configure(id)}
    >
      {hasEntrance(step) && (
        <Handle
          type="target"
          position={Position.Top}
          className={styles.entrance ?? ''}
          isConnectable={editable}
        />
      )}
      <div className={styles.face}>
        <Face step={step} />
        <ProblemBadge stepId={id} />
        {walk !== undefined && <WalkBadge walk={walk} />}
      </div>
      {outlets.length > 0 && (
        <div className={styles.outlets}>
          {outlets.map((outlet) => (
            <OutletExit key={outlet.id} stepId={id} outlet={outlet} share={1 / outlets.length} />
          ))}
        </div>
      )}
      <CardTools stepId={id} name={step.name} editable={editable} removable={hasEntrance(step)} />
    </div>
  )
})

function Face({ step }: { step: Step }) {
  const { form, connections, providers, nextForms } = useSurroundings()
  const definition = stepDefinition(step.kind)
  const view = stepView(step.kind)
  if (definition === undefined || view === undefined)
    return <div className={styles.unknown}>{messages.unknownKind(step.kind)}</div>
  const summary = definition.summary(step.config, { form, connections, nextForms })
  const logoUrl = providers.find(({ id }) => id === step.config.provider)?.logoUrl
  return (
    <view.Card
      name={step.name}
      config={step.config}
      summary={summary}
      {...(logoUrl === undefined ? {} : { logoUrl })}
    />
  )
}
