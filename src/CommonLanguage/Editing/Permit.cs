using CommonLanguage.Glossary;

namespace CommonLanguage.Editing;

/// <summary>
/// The roles of the domain as checks: who is refused learns which role is missing, never whether something exists that it may not see.
/// </summary>
static class Permit
{
    /// <summary>Publish for an organisation.</summary>
    public static void Publish(Actor actor, Organisation organisation)
    {
        Scope(actor, Scopes.Write);
        if (!actor.Rights.Has(Role.Owner, organisation.Key))
            throw Refusals.RoleMissing(actor, "owner", organisation.Id.ResourceName);
    }

    /// <summary>Take an organisation's position.</summary>
    public static void Sign(Actor actor, Organisation organisation)
    {
        Scope(actor, Scopes.Reconcile);
        if (!actor.Rights.Has(Role.Signatory, organisation.Key))
            throw Refusals.RoleMissing(actor, "signatory", organisation.Id.ResourceName);
    }

    /// <summary>Run reconciliations and propose.</summary>
    public static void Translate(Actor actor, Partnership partnership)
    {
        Scope(actor, Scopes.Reconcile);
        if (!actor.Rights.Translates(partnership))
            throw Refusals.RoleMissing(actor, "translator", partnership.Id.ResourceName);
    }

    /// <summary>Bring a reconciliation forward: a translator or a coordinator.</summary>
    public static void Lead(Actor actor, Partnership partnership)
    {
        Scope(actor, Scopes.Reconcile);
        if (!actor.Rights.Coordinates(partnership) && !actor.Rights.Translates(partnership))
            throw Refusals.RoleMissing(actor, "translator or coordinator", partnership.Id.ResourceName);
    }

    /// <summary>Say something for an organisation: whoever works for it in a role above reading.</summary>
    public static bool Speaks(Actor actor, int organisation) =>
        actor.Rights.Has(Role.Editor, organisation) || actor.Rights.Has(Role.Owner, organisation) || actor.Rights.Has(Role.Signatory, organisation);

    /// <summary>Members, assignment and rules of a partnership.</summary>
    public static void Coordinate(Actor actor, Partnership partnership)
    {
        if (!actor.Rights.Coordinates(partnership))
            throw Refusals.RoleMissing(actor, "coordinator", partnership.Id.ResourceName);
        if (!actor.Rights.Scopes.HasFlag(Scopes.Administer) && !actor.Rights.Scopes.HasFlag(Scopes.Reconcile))
            throw Refusals.ScopeMissing(Scopes.Reconcile);
    }

    /// <summary>The installation.</summary>
    public static void Administer(Actor actor)
    {
        Scope(actor, Scopes.Administer);
        if (!actor.Rights.IsAdministrator)
            throw Refusals.RoleMissing(actor, "administrator", "this installation");
    }

    /// <summary>What the key that was used allows.</summary>
    public static void Scope(Actor actor, Scopes scope)
    {
        if (!actor.Rights.Scopes.HasFlag(scope))
            throw Refusals.ScopeMissing(scope);
    }
}
