import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { PhonePage } from '@/components/sandbox/phone-page'
import { Button } from '@/components/ui/button'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'

export const generateMetadata = async ({
  params,
}: PageProps<'/sandbox/phones/[msisdn]'>): Promise<Metadata> => ({ title: `Phone ${(await params).msisdn}` })

export default async function SandboxPhonePage({ params }: PageProps<'/sandbox/phones/[msisdn]'>) {
  const { msisdn } = await params
  const actor = await requireMember('viewer', `/sandbox/phones/${msisdn}`)
  if (!/^[\d•]{9,15}$/.test(decodeURIComponent(msisdn))) notFound()
  return (
    <Page>
      <PageHeader title={<span className="font-mono">{decodeURIComponent(msisdn)}</span>}>
        <Button asChild>
          <Link href="/sandbox">
            <ArrowLeft aria-hidden /> Sandbox
          </Link>
        </Button>
      </PageHeader>
      <PhonePage msisdn={decodeURIComponent(msisdn)} canChange={actor.role !== 'viewer'} />
    </Page>
  )
}
