import { CloseButton, Combobox, Group, InputBase, ScrollArea, Text, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { messages } from '../messages.ts'
import { type Choice, searchCatalogue } from '../search-catalogue.ts'

const freeText = 'free-text'

/** One choice out of many by typing, wrong letters forgiven; large rows for a thumb. */
export function SearchPicker(props: {
  label: string
  help?: string | undefined
  required?: boolean | undefined
  error?: string | undefined
  choices: readonly Choice[]
  /** What is chosen now, in words. */
  shown: string
  placeholder?: string
  onPick: (id: string) => void
  onClear: () => void
  /** Offers what was typed as it is, with this label. */
  free?: { label: (typed: string) => string; onUse: (typed: string) => void; always?: boolean }
  below?: ReactNode
}) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState<string>()
  const search = useMemo(() => searchCatalogue(props.choices), [props.choices])
  const found = combobox.dropdownOpened ? search(typed ?? '') : []
  const offersFree = props.free !== undefined && typed !== undefined && typed.trim() !== ''
  const leave = () => {
    combobox.closeDropdown()
    if (props.free?.always && offersFree) props.free.onUse(typed.trim())
    if (typed?.trim() === '' && props.shown !== '') props.onClear()
    setTyped(undefined)
  }
  const pick = (value: string) => {
    if (value === freeText) props.free?.onUse((typed ?? '').trim())
    else props.onPick(value)
    setTyped(undefined)
    combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={pick} shadow="md">
      <Combobox.Target>
        <InputBase
          label={props.label}
          description={props.help}
          withAsterisk={props.required ?? false}
          error={props.error}
          size="md"
          placeholder={props.placeholder ?? messages.pick}
          autoComplete="off"
          value={typed ?? props.shown}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={
            props.shown === '' ? null : (
              <CloseButton
                w={44}
                h="100%"
                iconSize={18}
                tabIndex={-1}
                aria-label={messages.clear}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  setTyped(undefined)
                  props.onClear()
                }}
              />
            )
          }
          rightSectionPointerEvents="all"
          rightSectionWidth={44}
          onFocus={(event) => {
            event.currentTarget.select()
            combobox.openDropdown()
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={leave}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
            combobox.selectFirstOption()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={messages.choices}>
          <ScrollArea.Autosize mah={300} type="scroll">
            {found.map((choice) => (
              <Combobox.Option key={choice.id} value={choice.id} mih={44}>
                <Group justify="space-between" wrap="nowrap" gap="xs" mih={32}>
                  <Text component="span">{choice.name}</Text>
                  <Text component="span" size="sm" c="dimmed">
                    {choice.detail}
                  </Text>
                </Group>
              </Combobox.Option>
            ))}
            {offersFree ? (
              <Combobox.Option value={freeText} mih={44}>
                {props.free?.label(typed.trim())}
              </Combobox.Option>
            ) : null}
          </ScrollArea.Autosize>
          {found.length === 0 && !offersFree ? (
            <Combobox.Empty>{messages.nothingFound}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
      {props.below}
    </Combobox>
  )
}
