package org.puente.referral.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.DossierFact;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.json.Json;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.sealing.Seal;
import org.puente.referral.RegionFacts;

class AttachmentChunksTest {
    /** What a broker takes by default: a record of 1 MiB and some bytes. */
    private static final int LARGEST_RECORD = 1024 * 1024;

    private static final EllipticCurveJsonWebKey KEY = RegionFacts.key("test");

    private static List<DossierFact.Sealed> sealed(AttachmentChunks cut) {
        return IntStream.rangeClosed(0, cut.parts())
                .mapToObj(i -> cut.sealed(i, KEY))
                .toList();
    }

    private static Assembly assembled(Attachment what, List<DossierFact.Sealed> parts) {
        Assembly file = new Assembly(what);
        parts.forEach(part -> file.add(part.jwe(), new JsonWebKeySet(KEY)));
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                5,
                AttachmentChunks.PART_BYTES - 1,
                AttachmentChunks.PART_BYTES,
                AttachmentChunks.PART_BYTES + 1,
                Attachment.MAX_BYTES - 1,
                Attachment.MAX_BYTES
            })
    void aFileOfAnySizeIsTheSameWhenItIsPutTogether(int size) {
        AttachmentChunks cut = Files.cut(Files.pdf(size));
        List<DossierFact.Sealed> parts = sealed(cut);
        assertThat(assembled(cut.what(), parts.subList(1, parts.size())).whole())
                .isEqualTo(cut.file());
    }

    @Test
    void aPartIsFarSmallerThanTheLargestRecord() {
        assertThat(sealed(Files.cut(Files.pdf(Attachment.MAX_BYTES))))
                .allSatisfy(part -> assertThat(Json.write(part).length()).isLessThan(LARGEST_RECORD / 2));
    }

    @Test
    void eachPartHasAnIdOfItsOwnSoThatNoneReplacesAnother() {
        assertThat(sealed(Files.cut(Files.pdf(2 * AttachmentChunks.PART_BYTES))))
                .extracting(DossierFact.Sealed::dossierId)
                .doesNotHaveDuplicates();
    }

    @Test
    void theOutsideOfAPartShowsWhichItIs() {
        AttachmentChunks cut = Files.cut(Files.pdf(2 * AttachmentChunks.PART_BYTES));
        assertThat(PartLabel.of(cut.sealed(2, KEY).jwe()))
                .contains(new PartLabel(cut.what().attachmentId(), 2, 2));
    }

    @Test
    void aDossierIsNoPart() {
        assertThat(PartLabel.of(Seal.seal("{}", KEY))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%s", "%s/2/1", "%s/0/0", "%s/1/21", "%s/-1/2", "%s/1/1 "})
    void aLabelOfNoPossiblePartIsRefused(String form) {
        String label = form.formatted(UUID.randomUUID());
        String jwe = Seal.seal(new byte[1], java.util.Map.of(PartLabel.NAME, label), KEY);
        assertThatThrownBy(() -> PartLabel.of(jwe)).isInstanceOf(FactRefused.class);
    }

    @Test
    void whatIsShorterThanWasDeclaredIsNotTaken() {
        AttachmentChunks cut = Files.cut(Files.pdf(2 * AttachmentChunks.PART_BYTES));
        Assembly file = assembled(cut.what(), sealed(cut).subList(1, 2));
        assertThatThrownBy(file::whole).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsLongerThanWasDeclaredIsNotTaken() {
        AttachmentChunks cut = Files.cut(Files.pdf(AttachmentChunks.PART_BYTES));
        String part = cut.sealed(1, KEY).jwe();
        Assembly file = new Assembly(cut.what());
        file.add(part, new JsonWebKeySet(KEY));
        assertThatThrownBy(() -> file.add(part, new JsonWebKeySet(KEY))).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsOfAnotherTypeThanWasDeclaredIsNotTaken() {
        byte[] page = "<!DOCTYPE html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        AttachmentChunks cut = Files.cut(page);
        List<DossierFact.Sealed> parts = sealed(cut);
        Assembly file = assembled(cut.what(), parts.subList(1, 2));
        assertThatThrownBy(file::whole).isInstanceOf(ProblemException.class);
    }
}
