namespace CommonLanguage.Glossary;

/// <summary>Where a delivery stands. The numbers are those of the contract and of the store.</summary>
public enum DeliveryState
{
    /// <summary>To be sent, or sent again.</summary>
    Waiting = 1,
    /// <summary>Taken by the other side.</summary>
    Delivered = 2,
    /// <summary>Given up after the last attempt; a person may send it again.</summary>
    Dead = 3,
}
