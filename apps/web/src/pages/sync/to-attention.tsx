import { Navigate } from 'react-router'

export function ToAttention() {
  return <Navigate to="attention" replace />
}
