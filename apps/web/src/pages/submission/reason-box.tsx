import { Textarea } from '@mantine/core'

/** Why something is taken back: it stands in the timeline for good. */
export function ReasonBox(props: { label: string; value: string; onChange: (reason: string) => void }) {
  return (
    <Textarea
      label={props.label}
      required
      autosize
      minRows={2}
      maxLength={1000}
      data-autofocus
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}
