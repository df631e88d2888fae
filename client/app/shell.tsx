import { AppShell, Burger, Container, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import { CompanyMark, useCompany } from '../frame/company-mark.tsx';
import { ExplainProvider } from '../frame/explain-provider.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { AccountMenu } from './account-menu.tsx';
import { DataNote } from './data-note.tsx';
import { Entrance } from './entrance.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { useMe } from '../frame/use-me.ts';
import { Navigation } from './navigation.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';

/** What surrounds every page: name, navigation, language and color scheme. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const { name } = useCompany();
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <AppShell
      header={{ height: '3.5rem' }}
      navbar={{ width: '15rem', breakpoint: 'lg', collapsed: { desktop: true, mobile: !opened } }}
      padding={{ base: 'xs', xs: 'md', md: 'lg' }}
    >
      <a href="#main" className="skip-link">
        {t('nav.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px={{ base: 'xs', sm: 'md' }} gap="xs" wrap="nowrap">
          {me === null ? null : (
            <Burger
              hiddenFrom="lg"
              size="sm"
              opened={opened}
              onClick={toggle}
              aria-label={t('nav.menu')}
              aria-expanded={opened}
            />
          )}
          <Link to="/" className="brand" aria-label={t('nav.home', { name })}>
            <CompanyMark />
          </Link>
          <Group
            component="nav"
            aria-label={t('nav.main')}
            visibleFrom="lg"
            gap={2}
            ml="xs"
            wrap="nowrap"
            className="main-nav"
          >
            <Navigation />
          </Group>
          <Group gap="xs" wrap="nowrap" ml="auto">
            {me === null ? null : <AccountMenu me={me} />}
            <LanguageSwitch />
            <SchemeSwitch />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="md" hiddenFrom="lg" aria-label={t('nav.main')}>
        <Stack gap={4}>
          <Navigation onChoose={close} />
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <div className="printed-mark" aria-hidden="true">
          <CompanyMark />
        </div>
        <Container size="84rem" px={0}>
          <Entrance note={<DataNote />}>
            <ExplainProvider>
              <Outlet />
            </ExplainProvider>
          </Entrance>
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}
