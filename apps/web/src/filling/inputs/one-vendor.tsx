import { severalVendors } from '@fieldledger/forms'
import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'

/** Said at once, without the server, to whoever picks one vendor too many (G-02). */
export function OneVendor({ tooMany }: { tooMany: boolean }) {
  return (
    <div aria-live="polite">
      {tooMany ? (
        <Alert color="yellow" py={8} icon={<IconAlertTriangle size={18} aria-hidden />}>
          {severalVendors}
        </Alert>
      ) : null}
    </div>
  )
}
