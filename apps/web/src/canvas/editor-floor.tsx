import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import { useEditor, useSurroundings } from './draft/editor-context.ts'
import { StepDrawer } from './drawer/step-drawer.tsx'
import { useEditorKeys } from './keyboard/use-editor-keys.ts'
import { AddStepMenu } from './palette/add-step-menu.tsx'
import { Palette } from './palette/palette.tsx'
import { paletteEntries } from './palette/palette-entries.ts'
import { PaletteGhost } from './palette/palette-ghost.tsx'
import { CanvasSurface } from './surface/canvas-surface.tsx'
import { hasEntrance } from './surface/card-geometry.ts'
import styles from './workflow-editor.module.css'

const roomForPalette = 820

/** Palette, canvas and slider, side by side; on a phone the canvas alone, with "Add step" and the slider over it. */
export function EditorFloor() {
  const { formId, workflowId, providers, connections } = useSurroundings()
  const editable = useEditor((state) => state.editable)
  const { ref, width } = useElementSize()
  const started = useEditor(({ history }) =>
    Object.values(history.graph.steps).some((step) => !hasEntrance(step)),
  )
  const entries = useMemo(
    () => paletteEntries({ providers, connections, started, first: workflowId === formId }),
    [providers, connections, started, formId, workflowId],
  )
  const wide = width >= roomForPalette
  useEditorKeys()
  return (
    <div className={styles.floor} ref={ref}>
      {editable && wide && <Palette entries={entries} />}
      <div className={styles.canvas} data-canvas>
        {width > 0 && <CanvasSurface minimap={wide} />}
        <StepDrawer />
      </div>
      <AddStepMenu entries={entries} />
      <PaletteGhost />
    </div>
  )
}
