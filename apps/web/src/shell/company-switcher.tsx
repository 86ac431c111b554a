import { Button, Menu, Text } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '../api/api.ts'
import { chooseCompany } from '../api/chosen-company.ts'
import { useSignedIn } from '../session/me-context.ts'
import { messages } from './messages.ts'

export function CompanySwitcher() {
  const me = useSignedIn()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const choose = async (companyId: string) => {
    // Files and validators are fetched by plain addresses, which cannot name a company: the server must know it too.
    await api.post('/me/company', { companyId }).catch(() => undefined)
    chooseCompany(companyId)
    navigate('/')
    void queries.resetQueries()
  }
  if (me.companies.length < 2)
    return (
      <Text fw={600} truncate>
        {me.company.name}
      </Text>
    )
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px={{ base: 4, sm: 'xs' }}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          styles={{
            root: { minWidth: 0 },
            section: { marginInlineStart: 4 },
          }}
          aria-label={`${messages.switchCompany}: ${me.company.name}`}
        >
          <Text component="span" inherit lineClamp={2} ta="left" lh={1.2} style={{ whiteSpace: 'normal' }}>
            {me.company.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {me.companies.map((company) => (
          <Menu.Item
            key={company.id}
            onClick={() => void choose(company.id)}
            rightSection={company.id === me.company.id ? <IconCheck size={14} aria-hidden /> : null}
          >
            {company.name}
            {company.practice ? ` · ${messages.practice}` : ''}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
