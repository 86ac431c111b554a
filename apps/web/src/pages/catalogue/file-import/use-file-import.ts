import type { FileImportAnswer, FileImportRequest } from '@fieldledger/contract'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/api.ts'
import type { CatalogueList } from '../catalogue-list.ts'
import { messages } from './messages.ts'
import { readTextFile } from './read-text-file.ts'

interface Loaded {
  file: string
  fileName: string
}

/** A file is chosen, previewed, and then taken over just as it was previewed. */
export function useFileImport(list: CatalogueList) {
  const [loaded, setLoaded] = useState<Loaded>()
  const queries = useQueryClient()
  const run = useMutation({
    mutationFn: (request: FileImportRequest) => api.post<FileImportAnswer>(`/${list}/import`, request),
    onSuccess: ({ applied, counts }) => {
      if (!applied) return
      notifications.show({ message: messages.applied(counts.new + counts.changed), color: 'teal' })
      void queries.invalidateQueries({ queryKey: ['catalogue'] })
      void queries.invalidateQueries({ queryKey: ['imports'] })
    },
  })
  return {
    fileName: loaded?.fileName ?? '',
    answer: run.data,
    error: run.error,
    busy: run.isPending,
    async choose(file: File | null) {
      if (file === null) return
      const chosen = { file: await readTextFile(file), fileName: file.name }
      setLoaded(chosen)
      run.mutate({ ...chosen, apply: false })
    },
    apply() {
      if (loaded !== undefined) run.mutate({ ...loaded, apply: true })
    },
  }
}
