import type { Page, SubmissionSummary, SubmissionView } from '@fieldledger/contract'
import type { MaterialRow } from '@fieldledger/forms'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { v7 as uuidv7 } from 'uuid'
import { api } from '../../api/api.ts'
import { useFilling } from '../filling-context.ts'
import { messages } from '../messages.ts'

/** One tap copies the lines of the last order from this vendor. */
export function LastOrder({ vendorId }: { vendorId: string }) {
  const { content, formId, revised, setValue } = useFilling()
  const table = content.fields.find(({ kind }) => kind === 'material-table')
  const last = useQuery({
    queryKey: ['submissions', 'last-order', formId, vendorId, revised],
    queryFn: async ({ signal }) => {
      const search = new URLSearchParams({ form: formId, vendor: vendorId, limit: '5' })
      const found = await api.get<Page<SubmissionSummary>>(`/submissions?${search}`, signal)
      // What nobody has submitted yet is no order.
      const first = found.rows.find(({ id, status }) => status !== 'draft' && id !== revised)
      return first === undefined ? null : await api.get<SubmissionView>(`/submissions/${first.id}`, signal)
    },
    enabled: table !== undefined,
    retry: false,
  })
  const rows = table === undefined ? undefined : (last.data?.values[table.id] as MaterialRow[] | undefined)
  if (table === undefined || !rows?.length || !last.data) return null
  const copy = () => {
    setValue(
      table.id,
      rows.map((row) => ({ ...row, id: uuidv7() })),
    )
    notifications.show({ message: messages.lastOrderCopied })
  }
  return (
    <Button
      variant="light"
      size="sm"
      mih={44}
      leftSection={<IconCopy size={16} aria-hidden />}
      onClick={copy}
    >
      {messages.lastOrder(last.data.number ?? messages.numberFollows)}
    </Button>
  )
}
