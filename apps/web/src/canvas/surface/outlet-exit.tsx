import { Menu } from '@mantine/core'
import { IconArrowDownRight, IconPlus, IconUnlink } from '@tabler/icons-react'
import { Handle, Position } from '@xyflow/react'
import { useState } from 'react'
import { connectSteps } from '../commands/connect-steps.ts'
import { disconnectSteps } from '../commands/disconnect-steps.ts'
import { outletSlotKey } from '../draft/drop-slots.ts'
import { useEditor, useEditorStore } from '../draft/editor-context.ts'
import { refuseConnection } from '../draft/refuse-connection.ts'
import { messages } from '../messages.ts'
import { usePaletteDrag } from '../palette/palette-drag.ts'
import type { PlacedOutlet } from './card-geometry.ts'
import styles from './outlet-exit.module.css'

/** A labelled exit: drag it to a step, or click it and choose the step from a menu. */
export function OutletExit(props: { stepId: string; outlet: PlacedOutlet; share: number }) {
  const { stepId, outlet } = props
  const from = { step: stepId, outlet: outlet.id }
  const key = outletSlotKey(from)
  const [opened, setOpened] = useState(false)
  const editable = useEditor((state) => state.editable)
  const edge = useEditor(({ history }) =>
    history.graph.edges.find((one) => one.from.step === stepId && one.from.outlet === outlet.id),
  )
  const openAddMenu = useEditor((state) => state.openAddMenu)
  const dragging = usePaletteDrag(({ drag }) => drag !== undefined)
  const lit = usePaletteDrag(({ drag }) => drag?.slot?.key === key)
  return (
    <div className={styles.exit} style={{ width: `${props.share * 100}%` }} data-outlet={outlet.id}>
      <Menu
        opened={opened}
        onChange={setOpened}
        width={260}
        position="bottom"
        withinPortal
        disabled={!editable}
      >
        <Menu.Target>
          <button
            type="button"
            className={styles.label}
            aria-label={messages.outlet.menu(outlet.label)}
            disabled={!editable}
          >
            {outlet.label}
          </button>
        </Menu.Target>
        {opened && (
          <Menu.Dropdown className="nodrag nopan nowheel">
            <Targets from={from} edgeId={edge?.id} />
          </Menu.Dropdown>
        )}
      </Menu>
      <Handle
        type="source"
        id={outlet.id}
        position={Position.Bottom}
        className={styles.handle ?? ''}
        data-connected={edge !== undefined}
        isConnectable={editable}
        onClick={() => setOpened(editable)}
      />
      {editable && edge === undefined && (
        <button
          type="button"
          className={`nodrag nopan ${styles.stub}`}
          data-lit={lit}
          data-dragging={dragging}
          aria-label={messages.outlet.addAfter(outlet.label)}
          onClick={() => openAddMenu({ at: 'outlet', from })}
        >
          <IconPlus size={14} stroke={2.4} />
        </button>
      )}
    </div>
  )
}

function Targets({ from, edgeId }: { from: { step: string; outlet: string }; edgeId: string | undefined }) {
  const store = useEditorStore()
  const { history, run, openAddMenu } = store.getState()
  const { graph } = history
  const connected = graph.edges.find(({ id }) => id === edgeId)
  const others = Object.entries(graph.steps).filter(([id]) => id !== from.step)
  if (connected !== undefined)
    return (
      <>
        <Menu.Label>{messages.outlet.leadsTo(graph.steps[connected.to]?.name ?? '')}</Menu.Label>
        <Menu.Item
          leftSection={<IconPlus size={16} />}
          onClick={() => openAddMenu({ at: 'edge', edgeId: connected.id })}
        >
          {messages.outlet.insert}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconUnlink size={16} />}
          onClick={() => run(disconnectSteps(graph, [connected.id]))}
        >
          {messages.outlet.disconnect}
        </Menu.Item>
      </>
    )
  return (
    <>
      <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => openAddMenu({ at: 'outlet', from })}>
        {messages.outlet.newStep}
      </Menu.Item>
      <Menu.Label>{messages.outlet.connectTo}</Menu.Label>
      <div className={styles.targets}>
        {others.map(([id, step]) => {
          const refusal = refuseConnection(graph, { from, to: id })
          return (
            <Menu.Item
              key={id}
              leftSection={<IconArrowDownRight size={16} />}
              disabled={refusal !== undefined}
              title={refusal ?? ''}
              onClick={() => run(connectSteps(graph, { from, to: id }))}
            >
              {step.name}
            </Menu.Item>
          )
        })}
      </div>
    </>
  )
}
