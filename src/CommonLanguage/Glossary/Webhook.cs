namespace CommonLanguage.Glossary;

/// <summary>An address that is told of what becomes of the conflicts of a partnership (Standard Webhooks).</summary>
/// <param name="Key">The store's number.</param>
/// <param name="Id">Id in the resource name.</param>
/// <param name="Partnership">The store's number of the partnership.</param>
/// <param name="Url">Where it is told.</param>
/// <param name="Secret">What each message is signed with; leaves the store in the answer to its making only.</param>
/// <param name="Creator">Who made it.</param>
/// <param name="Ended">No longer told.</param>
/// <param name="Sequence">The change that wrote this state.</param>
public sealed record Webhook(long Key, string Id, int Partnership, string Url, string Secret, string Creator, bool Ended, long Sequence)
{
    /// <summary>The resource name.</summary>
    public string NameIn(Partnership partnership) => $"{partnership.Id.ResourceName}/webhooks/{Id}";
}
