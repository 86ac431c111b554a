import type { ItemKind } from '@fieldledger/accounting'
import { Radio, Select, Stack, Switch, Title } from '@mantine/core'
import { useDrawerData } from '../views/drawer-data.ts'
import { AccountSelect } from './account-select.tsx'
import { connectionOf } from './connection-of.ts'
import type { AccountingSyncConfig } from './definition.ts'
import { messages } from './messages.ts'
import { StepProblem } from './step-problem.tsx'
import { accountsForItemKind } from './unlinked-items-problems.ts'

const kinds = Object.entries(messages.itemKinds).map(([value, label]) => ({ value, label }))

/** "Create unlinked items" and what becomes of such a line when it is off (S4-18, G-03). */
export function UnlinkedItemsInput(props: {
  config: AccountingSyncConfig
  onChange(config: AccountingSyncConfig): void
}) {
  const { unlinkedItems } = props.config
  const { connections, problems, goTo } = useDrawerData()
  const connection = connectionOf(props.config, connections)
  const noDefault = problems.find(({ cure }) => cure === 'mapping-rules')
  const change = (next: AccountingSyncConfig['unlinkedItems']) =>
    props.onChange({ ...props.config, unlinkedItems: next })
  return (
    <Stack gap="md" data-place="unlinkedItems">
      <Title order={3} size="h5">
        {messages.unlinked}
      </Title>
      <Switch
        label={messages.createUnlinked}
        description={messages.createUnlinkedHint}
        checked={unlinkedItems.create}
        onChange={(event) =>
          change(
            event.currentTarget.checked
              ? { create: true, kind: 'non-inventory' }
              : { create: false, instead: 'expense-line' },
          )
        }
      />
      {unlinkedItems.create ? (
        <>
          <Select
            label={messages.itemKind}
            data={kinds}
            value={unlinkedItems.kind}
            onChange={(kind) => kind !== null && change({ ...unlinkedItems, kind: kind as ItemKind })}
            allowDeselect={false}
          />
          {accountsForItemKind(unlinkedItems.kind).map(({ account }) => (
            <AccountSelect
              key={account}
              account={account}
              kind={unlinkedItems.kind}
              connectionId={connection?.id}
              value={unlinkedItems[account]}
              onChange={(reference) => change({ ...unlinkedItems, [account]: reference })}
            />
          ))}
        </>
      ) : (
        <Radio.Group
          label={messages.instead}
          value={unlinkedItems.instead}
          onChange={(instead) =>
            change({ create: false, instead: instead === 'hold' ? 'hold' : 'expense-line' })
          }
        >
          <Stack gap="xs" mt="xs">
            <Radio value="expense-line" label={messages.expenseLine} description={messages.expenseLineHint} />
            <Radio value="hold" label={messages.hold} description={messages.holdHint} />
          </Stack>
        </Radio.Group>
      )}
      {noDefault !== undefined && connection !== undefined && (
        <StepProblem
          message={noDefault.message}
          cure={messages.toMappingRules}
          onCure={() => goTo({ to: 'mapping-rules', connectionId: connection.id })}
        />
      )}
    </Stack>
  )
}
