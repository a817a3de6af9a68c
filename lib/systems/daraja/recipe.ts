/** A payment from token to callback. */
export const darajaRecipe = (publicUrl: string): string => `JARIBU=${publicUrl}
JARIBU_API_TOKEN=…  # Settings, API tokens
field() { sed -nE "s/.*\\"$1\\": ?\\"?([^\\",}]*)\\"?.*/\\1/p"; }

# 1. Where the inbox stands now: what comes after this cursor is new
cursor=$(curl -sS -H "Authorization: Bearer $JARIBU_API_TOKEN" "$JARIBU/api/v1/callbacks?inbox=local" | field cursor)

# 2. A token, as from Safaricom
token=$(curl -sS -u jaribu-local-key:jaribu-local-secret \\
  "$JARIBU/emulator/daraja/oauth/v1/generate?grant_type=client_credentials" | field access_token)

# 3. An STK push to the phone that pays by itself
timestamp=$(TZ=Africa/Nairobi date +%Y%m%d%H%M%S)
passkey=bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919
password=$(printf %s "174379$passkey$timestamp" | base64 | tr -d '\\n')
curl -sS -X POST "$JARIBU/emulator/daraja/mpesa/stkpush/v1/processrequest" \\
  -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \\
  -d '{"BusinessShortCode":174379,"Password":"'"$password"'","Timestamp":"'"$timestamp"'",
       "TransactionType":"CustomerPayBillOnline","Amount":1,"PartyA":254708374149,"PartyB":174379,
       "PhoneNumber":254708374149,"CallBackURL":"'"$JARIBU"'/hook/local",
       "AccountReference":"INV-1","TransactionDesc":"Try"}'
echo

# 4. Wait for its callback: the answer comes as soon as there is one
curl -sS -H "Authorization: Bearer $JARIBU_API_TOKEN" \\
  "$JARIBU/api/v1/callbacks?inbox=local&after=$cursor&wait=30"
echo`
