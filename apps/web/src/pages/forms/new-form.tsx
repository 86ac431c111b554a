import type { FormView } from '@fieldledger/contract'
import type { FormContent, FormType } from '@fieldledger/forms'
import { Drawer } from '@fieldledger/ui'
import { formTypeName } from '@fieldledger/workflow'
import { Alert, Button, Select, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { firstFields } from './first-fields.ts'
import { formTypes, numberPrefixes } from './form-types.ts'
import { messages } from './messages.ts'

export function NewForm({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [name, setName] = useState('')
  const [type, setType] = useState<FormType>('purchase-order')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const make = useMutation({
    mutationFn: (content: FormContent) => api.post<FormView>('/forms', { name: content.name, content }),
    onSuccess: async (form) => {
      await queries.invalidateQueries({ queryKey: ['forms'] })
      navigate(`/forms/${form.id}/fields`)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const numbering = { prefix: numberPrefixes[type], projectCode: false, year: true, digits: 4 }
    make.mutate({ name: name.trim(), type, numbering, fields: firstFields(type) })
  }
  return (
    <Drawer title={messages.newTitle} opened={opened} onClose={onClose} closeLabel={messages.close}>
      <form onSubmit={submit}>
        <Stack>
          {make.error ? (
            <Alert color="red" role="alert">
              {sentenceOf(make.error)}
            </Alert>
          ) : null}
          <TextInput
            label={messages.formName}
            required
            maxLength={120}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={messages.type}
            data={formTypes.map((value) => ({ value, label: formTypeName(value) }))}
            value={type}
            onChange={(value) => setType((value ?? 'purchase-order') as FormType)}
          />
          <Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>
            {messages.create}
          </Button>
        </Stack>
      </form>
    </Drawer>
  )
}
