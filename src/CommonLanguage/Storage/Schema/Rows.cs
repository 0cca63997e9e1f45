namespace CommonLanguage.Storage.Schema;

// The tables, as EF Core's migrations see them. Reading and writing goes through prepared SQL and COPY (docs/architecture.md), so
// that these types carry shape only.

sealed class MetaRow
{
    public required string Name { get; set; }
    public required string Value { get; set; }
}

sealed class ChangeRow
{
    public long Sequence { get; set; }
    public int Kind { get; set; }
    public required string Subject { get; set; }
    public required string Actor { get; set; }
    public required string Origin { get; set; }
    public long Time { get; set; }
    public int Revisions { get; set; }
    public int Conflicts { get; set; }
    public required byte[] Hash { get; set; }
}

sealed class OrganisationRow
{
    public int Key { get; set; }
    public required string Id { get; set; }
    public required string FoldedId { get; set; }
    public required string DisplayName { get; set; }
    public required string Description { get; set; }
    public int Archived { get; set; }
    public long Sequence { get; set; }
    public required byte[] Hash { get; set; }
}

sealed class PartnershipRow
{
    public int Key { get; set; }
    public required string Id { get; set; }
    public required string FoldedId { get; set; }
    public required string DisplayName { get; set; }
    public required string Objectives { get; set; }
    public required string Members { get; set; }
    public int Archived { get; set; }
    public int SignOff { get; set; }
    public int SignOffCount { get; set; }
    public int? Shared { get; set; }
    public long Sequence { get; set; }
    public required byte[] Hash { get; set; }
}

sealed class RevisionRow
{
    public long Key { get; set; }
    public long EntryKey { get; set; }
    public int Organisation { get; set; }
    public required string EntryId { get; set; }
    public int Number { get; set; }
    public int State { get; set; }
    public required string Form { get; set; }
    public required string Term { get; set; }
    public required string Language { get; set; }
    public required string Definition { get; set; }
    public string? Details { get; set; }
    public long Sequence { get; set; }
    public required byte[] ContentHash { get; set; }
    public required byte[] Hash { get; set; }
}

sealed class FormRow
{
    public required string Form { get; set; }
    public long EntryKey { get; set; }
}

sealed class ConflictRow
{
    public long Key { get; set; }
    public required string Id { get; set; }
    public int Partnership { get; set; }
    public required string Word { get; set; }
    public required string Language { get; set; }
    public required string Term { get; set; }
    public int Kind { get; set; }
    public double Severity { get; set; }
    public int Relation { get; set; }
    public int State { get; set; }
    public required string Organisations { get; set; }
    public required string Judgement { get; set; }
    public required string ComparerVersion { get; set; }
    public int? Review { get; set; }
    public double Exposure { get; set; }
    public double Rank { get; set; }
    public long Opened { get; set; }
    public long Sequence { get; set; }
    public required byte[] Hash { get; set; }
}

sealed class RequestRow
{
    public required string Actor { get; set; }
    public required string Id { get; set; }
    public required byte[] Content { get; set; }
    public required string Subject { get; set; }
    public long Sequence { get; set; }
}

sealed class MappingRow
{
    public long Key { get; set; }
    public long Conflict { get; set; }
    public long EntryA { get; set; }
    public int OrganisationA { get; set; }
    public long RevisionA { get; set; }
    public long EntryB { get; set; }
    public int OrganisationB { get; set; }
    public long RevisionB { get; set; }
    public int Relation { get; set; }
    public int Negated { get; set; }
    public int State { get; set; }
    public int Justification { get; set; }
    public double Confidence { get; set; }
    public required string Author { get; set; }
    public required string Reviewers { get; set; }
    public required string Comment { get; set; }
    public long Sequence { get; set; }
    public required byte[] Hash { get; set; }
}

sealed class ActRow
{
    public long Key { get; set; }
    public long Conflict { get; set; }
    public int Number { get; set; }
    public int Kind { get; set; }
    public required string Actor { get; set; }
    public required string Origin { get; set; }
    public long Time { get; set; }
    public required string Body { get; set; }
    public long Sequence { get; set; }
    public required byte[] Hash { get; set; }
}

sealed class AffiliationRow
{
    public long Key { get; set; }
    public required string Person { get; set; }
    public int? Organisation { get; set; }
    public int? Partnership { get; set; }
    public int Role { get; set; }
    public int? FirstDay { get; set; }
    public int? EndDay { get; set; }
    public long Sequence { get; set; }
    public required byte[] Hash { get; set; }
}

sealed class ApiKeyRow
{
    public long Key { get; set; }
    public required string Id { get; set; }
    public required byte[] SecretHash { get; set; }
    public required string Person { get; set; }
    public required string DisplayName { get; set; }
    public int Scopes { get; set; }
    public long Expires { get; set; }
    public int Revoked { get; set; }
    public long Sequence { get; set; }
    public required byte[] Hash { get; set; }
}

sealed class UseRow
{
    public required string Word { get; set; }
    public long LookUps { get; set; }
    public long DocumentHits { get; set; }
}

sealed class WebhookRow
{
    public long Key { get; set; }
    public required string Id { get; set; }
    public int Partnership { get; set; }
    public required string Url { get; set; }
    public required string Secret { get; set; }
    public required string Creator { get; set; }
    public int Ended { get; set; }
    public long Sequence { get; set; }
    public required byte[] Hash { get; set; }
    public long ReachedSequence { get; set; }
    public long ReachedKey { get; set; }
}

sealed class DeliveryRow
{
    public long Key { get; set; }
    public long ChangeSequence { get; set; }
    public required string Target { get; set; }
    public required string Body { get; set; }
    public int State { get; set; }
    public int Attempts { get; set; }
    public long NextTime { get; set; }
    public required string LastFault { get; set; }
}
