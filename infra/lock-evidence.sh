#!/bin/sh
# Locks the retention of the evidence, which cannot be undone. azd runs it after each provisioning with the outputs of infra/bicep/main.bicep in the environment;
# it does nothing unless the parameter lockEvidence is true, and nothing to a container that is locked already.
set -eu

if [ "${TENDERWATCH_EVIDENCE_LOCKED:-false}" != true ]; then
  echo "The retention of the evidence is not locked: parameter lockEvidence is false."
  exit 0
fi

: "${AZURE_RESOURCE_GROUP:?run this through azd, or set it to the resource group}"
: "${TENDERWATCH_EVIDENCE_ACCOUNT:?run this through azd, or set it to the storage account of the evidence}"
: "${TENDERWATCH_EVIDENCE_CONTAINERS:?run this through azd, or set it to the containers, separated by spaces}"
: "${TENDERWATCH_EVIDENCE_RETENTION_DAYS:?run this through azd, or set it to the days}"
command -v az >/dev/null || { echo "The Azure CLI (az) is needed to lock the retention: install it, sign in and provision again." >&2; exit 1; }

policy() {
  verb=$1
  container=$2
  shift 2
  az storage container immutability-policy "$verb" --account-name "$TENDERWATCH_EVIDENCE_ACCOUNT" --container-name "$container" --resource-group "$AZURE_RESOURCE_GROUP" "$@"
}

for container in $TENDERWATCH_EVIDENCE_CONTAINERS; do
  # Confidential evidence has a period of its own: documents of tenderers who did not win go earlier.
  wanted=$TENDERWATCH_EVIDENCE_RETENTION_DAYS
  if [ "$container" = evidence-confidential ]; then wanted=${TENDERWATCH_CONFIDENTIAL_RETENTION_DAYS:?run this through azd, or set it to the days of confidential evidence}; fi
  # A container without a policy answers with an empty one: no days, and the state Unlocked.
  days=$(policy show "$container" --query immutabilityPeriodSinceCreationInDays --output tsv)
  state=$(policy show "$container" --query state --output tsv)
  case $days in '' | None | 0) days=0 ;; esac

  if [ "$state" = Locked ]; then
    if [ "$days" -lt "$wanted" ]; then
      # A locked period can only become longer.
      policy extend "$container" --period "$wanted" --if-match "$(policy show "$container" --query etag --output tsv)" --output none
      echo "$container: locked, and longer from now on: $wanted days."
    else
      echo "$container: locked for $days days already."
    fi
    continue
  fi

  if [ "$days" != "$wanted" ]; then
    policy create "$container" --period "$wanted" --allow-protected-append-writes false --output none
  fi
  policy lock "$container" --if-match "$(policy show "$container" --query etag --output tsv)" --output none
  echo "$container: locked for $wanted days."
done
