### Geheime Abstimmungen.

secret-runs-on = Eine geheime Abstimmung läuft bis zum Ende, { $closes }: Ein früheres würde verraten, wer abgestimmt hat.
link-waits-secret = In einer offenen geheimen Abstimmung könntest du zweimal abstimmen. Das Verknüpfen wartet bis zu ihrem Ende: { $closes }.
