import type { ChooseField } from '@fieldledger/forms'
import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { messages } from '../messages.ts'
import { LastOrder } from './last-order.tsx'
import { ProposeVendor } from './propose-vendor.tsx'

/** Beneath the vendor: copy the last order, or propose who is missing. */
export function VendorExtras({ field, vendorId }: { field: ChooseField; vendorId: string | undefined }) {
  const [proposing, setProposing] = useState(false)
  return (
    <Group gap="xs">
      {vendorId === undefined ? (
        <Button
          variant="subtle"
          size="sm"
          mih={44}
          px={6}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setProposing(true)}
        >
          {messages.propose}
        </Button>
      ) : (
        <LastOrder vendorId={vendorId} />
      )}
      <ProposeVendor fieldId={field.id} opened={proposing} onClose={() => setProposing(false)} />
    </Group>
  )
}
