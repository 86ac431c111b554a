import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { apiBase } from '../api/api.ts'
import { apiHeaders } from '../api/api-headers.ts'
import { messages } from './messages.ts'

/** Downloads a list as CSV; by fetch, because a plain link cannot say which company is meant. */
export function CsvLink(props: { path: string; fileName: string; label?: string }) {
  const { path, fileName, label } = props
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      const answer = await fetch(`${apiBase}${path}`, {
        headers: { ...apiHeaders('GET'), accept: 'text/csv' },
      })
      const url = URL.createObjectURL(await answer.blob())
      const link = document.createElement('a')
      link.href = url
      link.download = fileName
      link.click()
      URL.revokeObjectURL(url)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      variant="default"
      loading={busy}
      title={label ?? messages.csvHint}
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => void download()}
    >
      {label ?? messages.csv}
    </Button>
  )
}
