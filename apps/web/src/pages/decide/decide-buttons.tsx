import type { DecisionByLink, DecisionPage } from '@fieldledger/contract'
import { Alert } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { ApproveOrReject } from '../tasks/approve-or-reject.tsx'
import classes from '../tasks/decide-bar.module.css'

/** The second tap; the first one opened the link. */
export function DecideButtons({ token, noteRequired }: { token: string; noteRequired: boolean }) {
  const queries = useQueryClient()
  const decide = useMutation({
    mutationFn: (decision: DecisionByLink) => api.post<DecisionPage>(`/decide/${token}`, decision),
    onSuccess: (page) => queries.setQueryData(['decide', token], page),
  })
  return (
    <div className={`${classes.bar} ${classes.alone}`}>
      {decide.error ? (
        <Alert color="red" role="alert" mb="sm">
          {sentenceOf(decide.error)}
        </Alert>
      ) : null}
      <ApproveOrReject
        noteRequired={noteRequired}
        busy={decide.isPending ? decide.variables.choice : undefined}
        onDecide={decide.mutate}
      />
    </div>
  )
}
