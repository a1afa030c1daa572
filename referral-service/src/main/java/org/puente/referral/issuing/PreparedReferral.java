package org.puente.referral.issuing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.referral.directory.NodeEntry;
import org.puente.referral.dossiers.Fields;

/**
 * A referral that could be issued now, with the very content that its dossier would have.
 *
 * @param recipient what the recipient's node has published of itself
 * @param choice what becomes of each field that the offer needs
 * @param content the fields that go, with their values, as they are sealed
 * @param contentId stands for recipient, fields and values; another content has another id. It is
 *     keyed, so that nobody learns a value by trying
 */
record PreparedReferral(
        OfferPublished offer, NodeEntry recipient, FieldChoice choice, ObjectNode content, UUID contentId) {

    /** The fields that are sent, as later referrals onward need to know them. */
    Fields sent() {
        return Fields.sealed(content, choice.going());
    }

    @Override
    public String toString() {
        return "PreparedReferral[…]";
    }
}
