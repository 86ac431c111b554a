import { Select, type SelectProps } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { type Ref, useRef } from 'react'

/** A choice that can be taken away again, by keyboard too: Mantine keeps its own button out of the tab order. */
export function ClearableSelect(
  props: Omit<SelectProps, 'clearButtonProps' | 'label'> & {
    label: string
    clearLabel: (label: string) => string
    ref?: Ref<HTMLInputElement>
  },
) {
  const { clearLabel, ref, ...select } = props
  const input = useRef<HTMLInputElement>(null)
  return (
    <Select
      clearable
      {...select}
      ref={useMergedRef(input, ref)}
      clearButtonProps={{
        tabIndex: 0,
        'aria-hidden': undefined,
        'aria-label': clearLabel(props.label),
        // The button goes with the choice: the keyboard would be left nowhere.
        onClick: ({ currentTarget }) => {
          if (document.activeElement === currentTarget) input.current?.focus()
        },
      }}
    />
  )
}
