import { stepView } from '@fieldledger/steps/views'
import { Portal } from '@mantine/core'
import styles from './palette.module.css'
import { ghostOffset, usePaletteDrag } from './palette-drag.ts'

/** The picture that follows the pointer. */
export function PaletteGhost() {
  const drag = usePaletteDrag((state) => state.drag)
  if (drag === undefined) return null
  const view = stepView(drag.entry.definition.kind)
  return (
    <Portal>
      <div
        className={styles.ghost}
        data-palette-ghost
        data-over={drag.overCanvas}
        style={{ transform: `translate(${drag.x + ghostOffset.x}px, ${drag.y + ghostOffset.y}px)` }}
      >
        <span className={styles.icon}>
          {drag.entry.provider?.logoUrl === undefined ? (
            view && <view.Icon size={18} />
          ) : (
            <img src={drag.entry.provider.logoUrl} alt="" />
          )}
        </span>
        {drag.entry.title}
      </div>
    </Portal>
  )
}
