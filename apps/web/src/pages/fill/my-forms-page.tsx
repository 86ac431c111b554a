import { EmptyState, LoadState, PageHeader } from '@fieldledger/ui'
import { Box, Button, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconForms } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useForms } from '../../data/use-form.ts'
import { useMay } from '../../session/me-context.ts'
import { messages } from './messages.ts'
import classes from './my-forms-page.module.css'
import { UnsentDrafts } from './unsent-drafts.tsx'

export function MyFormsPage() {
  const forms = useForms()
  const mayDesign = useMay('form.design')
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint} />
      <Box mb="md">
        <UnsentDrafts />
      </Box>
      <LoadState query={forms} retryLabel={messages.retry}>
        {(rows) => {
          const published = rows.filter((form) => form.publishedVersion !== null && !form.archived)
          if (published.length === 0)
            return (
              <EmptyState
                icon={<IconForms size={24} />}
                title={messages.emptyTitle}
                hint={messages.emptyHint}
              >
                {mayDesign ? (
                  <Button component={Link} to="/forms">
                    {messages.makeForm}
                  </Button>
                ) : null}
              </EmptyState>
            )
          return (
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
              {published.map((form) => (
                <Link key={form.id} to={`/my-forms/${form.id}`} className={classes.card}>
                  <IconForms size={26} stroke={1.5} aria-hidden />
                  <Stack gap={0}>
                    <Text fw={620}>{form.name}</Text>
                    <Text size="sm" c="dimmed" lineClamp={2}>
                      {form.description}
                    </Text>
                  </Stack>
                </Link>
              ))}
            </SimpleGrid>
          )
        }}
      </LoadState>
    </>
  )
}
