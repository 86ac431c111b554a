import { stepView } from '@fieldledger/steps/views'
import { Anchor, Tooltip } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { Link } from 'react-router'
import { messages } from '../messages.ts'
import styles from './palette.module.css'
import { usePaletteDrag } from './palette-drag.ts'
import type { PaletteEntry } from './palette-entries.ts'
import { useAddEntry } from './use-add-entry.ts'
import { useDragFromPalette } from './use-drag-from-palette.ts'

/** One entry: drag it, or press it to add it after the selected step. Asleep while its ledger is unconnected. */
export function PaletteItem({ entry }: { entry: PaletteEntry }) {
  const startDrag = useDragFromPalette(entry)
  const add = useAddEntry()
  const dragging = usePaletteDrag(({ drag }) => drag !== undefined)
  if (entry.blocked !== undefined)
    return (
      <div className={styles.asleep}>
        <button type="button" className={styles.item} aria-disabled="true" title={entry.blocked.reason}>
          <Face entry={entry} />
        </button>
        <p className={styles.reason}>{entry.blocked.reason}</p>
        <Anchor component={Link} to={entry.blocked.connect} className={styles.connect ?? ''}>
          <IconPlugConnected size={15} aria-hidden />
          {messages.palette.connect(entry.provider?.label ?? '')}
        </Anchor>
      </div>
    )
  return (
    <Tooltip
      disabled={dragging}
      label={entry.description}
      position="right"
      openDelay={600}
      multiline
      maw={240}
    >
      <button
        type="button"
        className={styles.item}
        aria-describedby="palette-hint"
        onPointerDown={startDrag}
        onClick={() => add(entry)}
      >
        <Face entry={entry} />
      </button>
    </Tooltip>
  )
}

function Face({ entry }: { entry: PaletteEntry }) {
  const view = stepView(entry.definition.kind)
  return (
    <>
      <span className={styles.icon} aria-hidden="true">
        {entry.provider?.logoUrl === undefined ? (
          view && <view.Icon size={18} />
        ) : (
          <img src={entry.provider.logoUrl} alt="" draggable={false} />
        )}
      </span>
      <span className={styles.title}>{entry.title}</span>
    </>
  )
}
