import { Textarea } from '@mantine/core'
import { useRef } from 'react'
import { useProblemAt } from '../views/use-problem-at.ts'
import { ValueMenu, type ValueMenuProps } from './value-menu.tsx'

export interface TemplateInputProps extends Pick<ValueMenuProps, 'lines' | 'secrets'> {
  place: string
  label: string
  description?: string
  value: string
  maxLength: number
  code?: boolean
  required?: boolean
  onChange(value: string): void
}

/** A text with placeholders; the menu puts one where the cursor stands. */
export function TemplateInput(props: TemplateInputProps) {
  const input = useRef<HTMLTextAreaElement>(null)
  const problem = useProblemAt(props.place)
  const insert = (text: string) => {
    const at = input.current?.selectionStart ?? props.value.length
    const until = input.current?.selectionEnd ?? at
    props.onChange(props.value.slice(0, at) + text + props.value.slice(until))
    input.current?.focus()
  }
  return (
    <Textarea
      ref={input}
      data-place={props.place}
      label={props.label}
      description={props.description}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      error={problem}
      maxLength={props.maxLength}
      withAsterisk={props.required === true}
      minRows={props.code === true ? 6 : 1}
      maxRows={18}
      autosize
      spellCheck={false}
      styles={props.code === true ? { input: { fontFamily: 'monospace' } } : {}}
      rightSection={
        <ValueMenu
          label={props.label}
          lines={props.lines === true}
          secrets={props.secrets === true}
          onChoose={insert}
        />
      }
      rightSectionWidth={40}
    />
  )
}
