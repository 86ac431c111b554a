import { type DocumentCapability, documentCapability } from '@fieldledger/accounting'
import { type MappingTarget, mappingTargets, suggestMapping } from '@fieldledger/workflow'
import { Accordion, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useDrawerData } from '../views/drawer-data.ts'
import { chooseField } from './choose-field.ts'
import { connectionOf } from './connection-of.ts'
import type { AccountingSyncConfig } from './definition.ts'
import { messages } from './messages.ts'
import { PerVendorSwitch } from './per-vendor-switch.tsx'
import { TargetSelect } from './target-select.tsx'

/** Vendor*, Materials*, Memo, Due Date; the rest in a closed fold (S4-11). */
export function MappingInputs(props: {
  config: AccountingSyncConfig
  onChange(config: AccountingSyncConfig): void
}) {
  const { config, onChange } = props
  const { form, connections, editable } = useDrawerData()
  const suggestions = useMemo(() => suggestMapping(form), [form])
  const capabilities = connectionOf(config, connections)?.capabilities
  const there = capabilities && documentCapability(capabilities, config.documentKind)
  const document = there?.label ?? config.documentKind
  const offered = mappingTargets(config.documentKind).filter(
    ({ target, needs }) =>
      needs === undefined || capabilities?.[needs] === true || config.mapping[target] !== undefined,
  )
  const targets = offered.map((target) => (
    <TargetSelect
      key={target.target}
      target={target}
      hint={hintOf(there, { ...target, isMapped: config.mapping[target.target] !== undefined })}
      fieldId={config.mapping[target.target]}
      suggestion={suggestions.find((one) => one.target === target.target)}
      onChoose={(fieldId) =>
        onChange({
          ...config,
          mapping: chooseField(config.mapping, { form, target: target.target, fieldId }),
        })
      }
    />
  ))
  // What stands in the closed fold is not chosen unseen.
  const unused = offered.flatMap(({ target, more }) => {
    const found = suggestions.find((one) => one.target === target)
    return more || found === undefined || config.mapping[target] !== undefined ? [] : [found]
  })
  const takeAll = () =>
    onChange({
      ...config,
      mapping: {
        ...config.mapping,
        ...Object.fromEntries(unused.map(({ target, fieldId }) => [target, fieldId])),
      },
    })
  const shown = (more: boolean) => targets.filter((_, index) => offered[index]?.more === more)
  return (
    <Stack gap="md">
      <div>
        <Group justify="space-between" wrap="nowrap">
          <Title order={3} size="h5">
            {messages.fields}
          </Title>
          {editable && unused.length > 1 ? (
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconSparkles size={14} aria-hidden />}
              onClick={takeAll}
            >
              {messages.allSuggestions(unused.length)}
            </Button>
          ) : null}
        </Group>
        <Text size="sm" c="dimmed">
          {messages.fieldsAbout(document)}
        </Text>
      </div>
      {shown(false)}
      <PerVendorSwitch config={config} document={document} onChange={onChange} />
      <Accordion variant="contained" chevronPosition="left" keepMounted={false}>
        <Accordion.Item value="more">
          <Accordion.Control>{messages.moreFields}</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="md" pt="xs">
              {shown(true)}
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  )
}

/** The ledger's own word for the place, when it has none of the target's name; or that it has none at all. */
function hintOf(
  there: DocumentCapability | undefined,
  { target, isMapped }: { target: MappingTarget; isMapped: boolean },
): string | undefined {
  if (there?.lacks?.includes(target)) return messages.notKept(there.label.toLowerCase())
  if (target === 'memo' && there?.linksBack && !isMapped) return messages.linksBack
  const place = there?.lands?.[target]
  return place === undefined ? undefined : messages.landsIn(place)
}
