import { Button, Group } from '@mantine/core'

/** The content of a notice that something was done, with the way back: undo instead of "are you sure". */
export function UndoNotice(notice: { message: string; undoLabel: string; onUndo: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      {notice.message}
      <Button size="compact-sm" variant="light" onClick={notice.onUndo}>
        {notice.undoLabel}
      </Button>
    </Group>
  )
}
