import type { ErrorExplanation } from '@fieldledger/contract'
import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { messages } from './messages.ts'

/** Leads from an error to its entry in the error catalogue; nothing where the ledger had no part in it. */
export function WhatItMeans({ explanation }: { explanation: ErrorExplanation | undefined }) {
  if (explanation === undefined) return null
  const { provider, entry } = explanation
  const search = new URLSearchParams({ ledger: provider, entry: `${provider}/${entry}` })
  return (
    <Anchor component={Link} size="sm" to={`/sync/errors?${search}`}>
      {messages.whatItMeans}
    </Anchor>
  )
}
