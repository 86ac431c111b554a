import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '../api/api.ts'
import { chooseCompany } from '../api/chosen-company.ts'

export function useSignOut(): () => void {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return () => {
    void api.post('/auth/sign-out').finally(() => {
      chooseCompany(undefined)
      queries.clear()
      navigate('/sign-in')
    })
  }
}
